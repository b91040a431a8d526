/**
 * Calls of the chat completions API: requests, responses and failures, and the transport over
 * {@link java.net.http.HttpClient}. Internal: other modules of Stepwright use the public types,
 * applications do not.
 */
@NullMarked
package io.stepwright.openai.client;

import org.jspecify.annotations.NullMarked;
