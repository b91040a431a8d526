/** Misbehaving servers, and the messages that users read. */
@NullMarked
package io.stepwright.it.errors;

import org.jspecify.annotations.NullMarked;
