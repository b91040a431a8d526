package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;

/** The names of the runtime's classes that generated code uses. */
final class Wiring {

  static final ClassName AGENT_INFO = wiring("AgentInfo");
  static final ClassName CACHE_KEY = wiring("CacheKey");
  static final ClassName CACHE_RULE = wiring("CacheRule");
  static final ClassName ENTRY_POINT_INFO = wiring("EntryPointInfo");
  static final ClassName FORKED_EACH = wiring("ForkedEach");
  static final ClassName FORKED = wiring("Forked");
  static final ClassName GENERATED = wiring("Generated");
  static final ClassName JSON_VALUE = wiring("JsonValue");
  static final ClassName JSON_WRITER = wiring("JsonWriter");
  static final ClassName FILLED_PROMPT = wiring("FilledPrompt");
  static final ClassName MCP_SERVER = mcp("McpServer");
  static final ClassName MCP_SERVERS = mcp("McpServers");
  static final ClassName MCP_TOOL = mcp("McpTool");
  static final ClassName MODEL_STEP = wiring("ModelStep");
  static final ClassName PROMPT_TEXT = wiring("PromptText");
  static final ClassName RUN = wiring("Run");
  static final ClassName STEP = wiring("Step");
  static final ClassName STEP_INFO = wiring("StepInfo");
  static final ClassName STEP_TOOLS = wiring("StepTools");
  static final ClassName TEXT_PATTERN =
      ClassName.get("io.stepwright.wiring.pattern", "TextPattern");
  static final ClassName TOOL_DONE = ClassName.get("io.stepwright.wiring", "ToolUse", "Done");
  static final ClassName TOOL_INFO = wiring("ToolInfo");
  static final ClassName TOOL_USE = wiring("ToolUse");
  static final ClassName WIRING = wiring("Wiring");
  static final ClassName AGENT_RESULT = runtime("AgentResult");
  static final ClassName AGENT_RUNTIME = runtime("AgentRuntime");
  static final ClassName ITEM_RESULT = runtime("ItemResult");
  static final ClassName CONFIGURATION_EXCEPTION = runtime("AgentConfigurationException");

  private Wiring() {}

  private static ClassName wiring(String simpleName) {
    return ClassName.get("io.stepwright.wiring", simpleName);
  }

  private static ClassName mcp(String simpleName) {
    return ClassName.get("io.stepwright.mcp", simpleName);
  }

  private static ClassName runtime(String simpleName) {
    return ClassName.get("io.stepwright.runtime", simpleName);
  }
}
