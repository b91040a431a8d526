/**
 * Calls the tools of MCP servers through interfaces that are annotated with {@code @Mcp}.
 *
 * <p>A tool is called only as it was reviewed: its name, description and schemas have to have the
 * hash of the lock file that the interface was compiled with.
 */
@NullMarked
package io.stepwright.mcp;

import org.jspecify.annotations.NullMarked;
