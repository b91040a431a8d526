package io.stepwright.benchmarks.cache;

/**
 * The share of questions with an answer for which the cache finds it.
 *
 * @param entries the number of stored entries
 * @param found the number of questions that got an answer
 * @param asked the number of questions that have an answer according to an exhaustive search
 * @param candidates the average number of entries that a search returned
 * @param wordings the questions
 */
record Recall(int entries, int found, int asked, double candidates, Wordings wordings) {}
