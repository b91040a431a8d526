package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import org.jspecify.annotations.Nullable;

/**
 * A method with {@code @Check} as it is declared.
 *
 * @param method the method
 * @param step the step that the annotation names, or null
 * @param place the position of the annotation
 */
public record CheckModel(MethodModel method, @Nullable Named step, Place place) {}
