package io.stepwright.processor.resources;

import io.stepwright.processor.diagnostics.DiagnosticId;

/**
 * Why a file cannot be taken although it may be there.
 *
 * @param id the kind of problem
 * @param problem what is wrong, as the rest of a sentence that begins with the file
 * @param fix how to mend it
 */
public record ResourceProblem(DiagnosticId id, String problem, String fix) {}
