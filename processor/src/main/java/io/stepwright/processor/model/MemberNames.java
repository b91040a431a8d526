package io.stepwright.processor.model;

import java.util.Set;

/**
 * Names of the declared and inherited members of an agent, which the generated class inherits.
 *
 * @param fields names of fields, which hide types of the same name in expressions
 * @param methods names of methods
 * @param overloaded names of methods that are overloaded
 * @param takingStep names of methods whose first parameter has the type that generated code passes
 * @param ambiguousTypes simple names of types that are inherited more than once and are therefore
 *     ambiguous
 */
public record MemberNames(
    Set<String> fields,
    Set<String> methods,
    Set<String> overloaded,
    Set<String> takingStep,
    Set<String> ambiguousTypes) {}
