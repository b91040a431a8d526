package io.stepwright.benchmarks.cache;

/**
 * How many questions that have an answer get it.
 *
 * @param entries how many are remembered
 * @param found how many questions got an answer
 * @param asked how many questions have one, which is known from looking at all entries
 * @param candidates how many entries a search brought on average
 * @param wordings the questions
 */
record Recall(int entries, int found, int asked, double candidates, Wordings wordings) {}
