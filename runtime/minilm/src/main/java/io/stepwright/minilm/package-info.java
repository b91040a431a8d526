/** The all-MiniLM-L6-v2 embedder, in this process and without any network. */
@NullMarked
package io.stepwright.minilm;

import org.jspecify.annotations.NullMarked;
