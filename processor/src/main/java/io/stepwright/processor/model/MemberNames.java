package io.stepwright.processor.model;

import java.util.Set;

/**
 * Names of an agent's members, its own and inherited ones, which the generated class inherits.
 *
 * @param fields fields: in expressions, they hide types of the same name
 * @param methods methods
 * @param overloaded methods of which there are several with different parameters
 * @param takingStep methods whose first parameter is of the type that generated code hands on
 * @param ambiguousTypes types that are inherited twice: no simple name means one of them
 */
public record MemberNames(
    Set<String> fields,
    Set<String> methods,
    Set<String> overloaded,
    Set<String> takingStep,
    Set<String> ambiguousTypes) {}
