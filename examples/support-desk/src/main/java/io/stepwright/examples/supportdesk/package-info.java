/** A support bot with conditions, templates, a cache and lists, and the savings of each. */
@NullMarked
package io.stepwright.examples.supportdesk;

import org.jspecify.annotations.NullMarked;
