/** The tests that every model client and every transport has to pass. */
@NullMarked
package io.stepwright.openai.contract;

import org.jspecify.annotations.NullMarked;
