package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;

/** A text in an annotation, with its position in the source. */
public record Named(String text, Place place) {}
