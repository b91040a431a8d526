package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;

/** A text that an annotation says, and where it stands. */
public record Named(String text, Place place) {}
