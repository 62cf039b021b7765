package org.espalier.data.internal.pickle;

/** A value that a pickle makes empty first and gives its state later. */
interface Buildable {
    /** @throws ClassCastException if the state is not of the form expected (other runtime exceptions too); the machine makes a message of it */
    void build(Object state);
}
