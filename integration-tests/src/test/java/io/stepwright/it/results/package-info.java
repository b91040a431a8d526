/** What entry points return, what agents are made of, and what fails when user code is wrong. */
@NullMarked
package io.stepwright.it.results;

import org.jspecify.annotations.NullMarked;
