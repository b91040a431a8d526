/** A support bot of conditions, templates, a cache and lists, and what each of them saves. */
@NullMarked
package io.stepwright.examples.supportdesk;

import org.jspecify.annotations.NullMarked;
