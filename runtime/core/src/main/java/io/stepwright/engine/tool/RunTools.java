package io.stepwright.engine.tool;

import io.stepwright.spi.RunEvent;

/**
 * The state that the tools of one run share. Thread-safe.
 *
 * @param key the run
 * @param memo the results of read-only tools
 */
public record RunTools(RunEvent.RunKey key, ToolMemo memo) {

  public RunTools(RunEvent.RunKey key) {
    this(key, new ToolMemo());
  }
}
