package io.stepwright.processor.diagnostics;

/**
 * One problem.
 *
 * @param id what kind of problem it is
 * @param severity how serious it is
 * @param message the whole text, id included
 * @param place where it is
 */
public record Diagnostic(DiagnosticId id, Severity severity, String message, Place place) {}
