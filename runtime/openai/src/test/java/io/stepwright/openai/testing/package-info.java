/**
 * A model server for tests, on loopback: it speaks the chat completions API and misbehaves on
 * request. Depends on no test framework.
 */
@NullMarked
package io.stepwright.openai.testing;

import org.jspecify.annotations.NullMarked;
