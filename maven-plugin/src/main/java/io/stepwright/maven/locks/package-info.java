/** Lock files of MCP servers, as a build keeps them. */
@NullMarked
package io.stepwright.maven.locks;

import org.jspecify.annotations.NullMarked;
