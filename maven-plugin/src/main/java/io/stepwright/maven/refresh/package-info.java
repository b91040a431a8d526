/** Generated classes that are older than the prompts and templates that they were made from. */
@NullMarked
package io.stepwright.maven.refresh;

import org.jspecify.annotations.NullMarked;
