package io.stepwright.processor.resources;

import io.stepwright.processor.diagnostics.DiagnosticId;

/**
 * The reason why a file cannot be used, although it may exist.
 *
 * @param id the kind of problem
 * @param problem the problem, as the rest of a sentence that begins with the file
 * @param fix advice on solving it
 */
public record ResourceProblem(DiagnosticId id, String problem, String fix) {}
