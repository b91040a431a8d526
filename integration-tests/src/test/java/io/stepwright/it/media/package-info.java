/** Pictures, documents, recordings and conversations, as a server receives them. */
@NullMarked
package io.stepwright.it.media;

import org.jspecify.annotations.NullMarked;
