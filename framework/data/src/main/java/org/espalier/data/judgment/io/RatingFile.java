package org.espalier.data.judgment.io;

import java.nio.file.Path;

/**
 * A file of peer ratings (PRD, Li et al. 2307.02762): an object a line with question_id and score: 1 if the first answer is better, 2 if the second is, 3 if neither.
 *
 * @param first    name of the model whose answers were shown first
 * @param second   name of the other model
 * @param reviewer who rated
 * @param path     the file
 */
public record RatingFile(String first, String second, String reviewer, Path path) {
}
