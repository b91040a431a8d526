/** Compiled classes: which of them are agents, and whether they have their generated classes. */
@NullMarked
package io.stepwright.maven.classes;

import org.jspecify.annotations.NullMarked;
