/** The server that the examples ask, and their command line. */
@NullMarked
package io.stepwright.examples.server;

import org.jspecify.annotations.NullMarked;
