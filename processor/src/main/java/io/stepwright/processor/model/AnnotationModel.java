package io.stepwright.processor.model;

import java.util.Map;

/**
 * An annotation to repeat in generated code.
 *
 * @param type its type
 * @param values its values as source, by their names
 */
public record AnnotationModel(TypeRef.Declared type, Map<String, String> values) {}
