package io.stepwright.processor.diagnostics;

/**
 * A problem in the sources of an agent.
 *
 * @param id the kind of problem
 * @param severity the severity in this build
 * @param message the whole text, including the id
 * @param place the source position
 */
public record Diagnostic(DiagnosticId id, Severity severity, String message, Place place) {}
