/**
 * A travel desk whose model calls tools: searches, another model, another agent, and payments that
 * a person approves.
 */
@NullMarked
package io.stepwright.examples.traveldesk;

import org.jspecify.annotations.NullMarked;
