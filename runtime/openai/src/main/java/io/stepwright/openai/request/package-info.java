/**
 * Writers of the bodies of the chat completions API. They depend on the requests of the SPI only,
 * not on the transport. Internal: other modules of Stepwright use it, applications do not.
 */
@NullMarked
package io.stepwright.openai.request;

import org.jspecify.annotations.NullMarked;
