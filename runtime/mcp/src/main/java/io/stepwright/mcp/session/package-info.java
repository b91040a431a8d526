/**
 * A session with an MCP server, over Streamable HTTP or the streams of a process.
 *
 * <p>The SDK keeps the messages of the protocol, matches answers with requests and refuses requests
 * of the server. What carries the messages is written here, because the lines of the SDK read texts
 * of any length, log them, and open new sessions by themselves, whose tools nobody has compared.
 */
@NullMarked
package io.stepwright.mcp.session;

import org.jspecify.annotations.NullMarked;
