/** The annotation processor: checks agents and generates the classes that run them. */
@NullMarked
package io.stepwright.processor;

import org.jspecify.annotations.NullMarked;
