/** The tools of MCP servers: their lock files, and the checks of interfaces against them. */
@NullMarked
package io.stepwright.processor.mcp;

import org.jspecify.annotations.NullMarked;
