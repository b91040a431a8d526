/**
 * Detects generated classes that are older than their prompts and templates, and causes
 * recompilation.
 */
@NullMarked
package io.stepwright.maven.refresh;

import org.jspecify.annotations.NullMarked;
