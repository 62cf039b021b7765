package org.espalier.shell.internal.verb;

import java.util.List;

/** The commands of a scope; a service, so that help and completion find them. */
public interface VerbSet {
    List<Verb> verbs();
}
