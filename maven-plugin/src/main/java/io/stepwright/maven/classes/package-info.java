/** Reads compiled classes: finds agents and their generated classes. */
@NullMarked
package io.stepwright.maven.classes;

import org.jspecify.annotations.NullMarked;
