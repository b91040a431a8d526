/**
 * The lock file of an MCP server: its tools as they were reviewed, with their hashes.
 *
 * <p>Descriptions and schemas come from a server and are sent to a model. A lock file makes them
 * part of the code review, and a change of them visible.
 */
@NullMarked
package io.stepwright.mcp.lock;

import org.jspecify.annotations.NullMarked;
