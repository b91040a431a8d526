package io.stepwright.processor.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every kind of problem that the processor reports. The documentation lists them by name. */
public enum DiagnosticId {
  // The agent's type
  MISSING_AGENT("MissingAgent"),
  AGENT_TYPE("AgentType"),
  INNER_AGENT("InnerAgent"),
  GENERIC_AGENT("GenericAgent"),
  PRIVATE_AGENT("PrivateAgent"),
  SEALED_AGENT("SealedAgent"),
  NO_CONSTRUCTOR("NoConstructor"),
  NO_ENTRY_POINT("NoEntryPoint"),
  NAME_TAKEN("NameTaken"),
  UNKNOWN_TYPE("UnknownType"),
  HIDDEN_TYPE("HiddenType"),
  // Methods
  ABSTRACT_METHOD("AbstractMethod"),
  ENTRY_POINT_METHOD("EntryPointMethod"),
  PRIVATE_STEP("PrivateStep"),
  FINAL_STEP("FinalStep"),
  STATIC_STEP("StaticStep"),
  GENERIC_STEP("GenericStep"),
  INACCESSIBLE_STEP("InaccessibleStep"),
  INACCESSIBLE_TYPE("InaccessibleType"),
  LOST_STEP("LostStep"),
  LOST_CHECK("LostCheck"),
  LOST_TOOL("LostTool"),
  CHECK_METHOD("CheckMethod"),
  CHECK_ON_CODE("CheckOnCode"),
  THROWS_THROWABLE("ThrowsThrowable"),
  STRAY_ANNOTATION("StrayAnnotation"),
  PARAMETER_NAMES("ParameterNames"),
  STEP_NAME("StepName"),
  BAD_DURATION("BadDuration"),
  TIMEOUT_ORDER("TimeoutOrder"),
  TOO_MANY_PARAMETERS("TooManyParameters"),
  TOO_MANY_STEPS("TooManySteps"),
  // Kinds and results of steps
  STEP_RESULT("StepResult"),
  NESTED_OPTIONAL("NestedOptional"),
  MISSING_MODEL("MissingModel"),
  MISSING_PROMPT("MissingPrompt"),
  MODEL_ON_CODE("ModelOnCode"),
  EMPTY_MODEL("EmptyModel"),
  MODEL_PARAMETER("ModelParameter"),
  UNSUPPORTED_RESULT("UnsupportedResult"),
  RECURSIVE_RESULT("RecursiveResult"),
  SCHEMA_LIMIT("SchemaLimit"),
  BAD_REGEX("BadRegex"),
  REGEX_SIZE("RegexSize"),
  REGEX_TEXT("RegexText"),
  REGEX_GROUP("RegexGroup"),
  REGEX_RESULT("RegexResult"),
  BAD_RETRY("BadRetry"),
  CACHED_CODE("CachedCode"),
  CACHED_SIDE_EFFECT("CachedSideEffect"),
  CACHED_REGEX("CachedRegex"),
  CACHED_TEMPLATE("CachedTemplate"),
  BAD_SIMILARITY("BadSimilarity"),
  CACHED_TEXT("CachedText"),
  CACHED_WITHOUT_GUARDS("CachedWithoutGuards", Severity.WARNING),
  CACHED_TEMPERATURE("CachedTemperature", Severity.WARNING),
  CACHED_PERSONAL("CachedPersonal", Severity.WARNING),
  UNREACHABLE_TIMEOUT("UnreachableTimeout", Severity.WARNING),
  LOST_DESCRIPTION("LostDescription", Severity.WARNING),
  NULLABLE_IGNORED("NullableIgnored", Severity.WARNING),
  // Prompts
  PROMPT_SOURCE("PromptSource"),
  MISSING_RESOURCE("MissingResource"),
  RESOURCE_PATH("ResourcePath"),
  RESOURCE_SIZE("ResourceSize"),
  RESOURCE_ENCODING("ResourceEncoding"),
  PROMPT_MARKER("PromptMarker"),
  EMPTY_PROMPT("EmptyPrompt"),
  BAD_SLOT("BadSlot"),
  UNKNOWN_SLOT("UnknownSlot"),
  SLOT_TYPE("SlotType"),
  MEDIA_SLOT("MediaSlot"),
  CONVERSATION_SLOT("ConversationSlot"),
  SEVERAL_CONVERSATIONS("SeveralConversations"),
  UNUSED_PARAMETER("UnusedParameter", Severity.WARNING),
  TOO_MANY_VALUES("TooManyValues"),
  // Templates
  BAD_TEMPLATE("BadTemplate"),
  TEMPLATE_CHOICE("TemplateChoice"),
  TEMPLATE_TYPE("TemplateType"),
  TEMPLATE_SLOT("TemplateSlot"),
  TEMPLATE_ALONE("TemplateAlone"),
  UNUSED_MODEL("UnusedModel"),
  // Conditions, alternatives, lists
  CONDITION("Condition"),
  ALTERNATIVES("Alternatives"),
  NOT_EXHAUSTIVE("NotExhaustive"),
  OVERLAP("Overlap"),
  NEVER_RUNS("NeverRuns"),
  RUNS_FOR_NOTHING("RunsForNothing", Severity.WARNING),
  EACH_LIST("EachList"),
  EACH_TOGETHER("EachTogether"),
  EACH_AT_ONCE("EachAtOnce"),
  EACH_FAILURE("EachFailure"),
  // Tools
  UNKNOWN_TOOL("UnknownTool"),
  TOOL_NAME("ToolName"),
  TOOL_METHOD("ToolMethod"),
  TOOL_PARAMETER("ToolParameter"),
  TOOL_RESULT("ToolResult"),
  TOOL_LIMIT("ToolLimit"),
  UNBOUND_TOOL("UnboundTool"),
  APPROVE_WITHOUT_EFFECT("ApproveWithoutEffect"),
  TOOL_CYCLE("ToolCycle"),
  CACHED_TOOLS("CachedTools"),
  UNUSED_TOOL("UnusedTool"),
  TOOL_UNDOCUMENTED("ToolUndocumented", Severity.WARNING),
  MCP_SERVER("McpServer"),
  MCP_TOOL("McpTool"),
  MCP_PARAMETER("McpParameter"),
  // The graph
  CYCLE("Cycle"),
  UNKNOWN_INPUT("UnknownInput"),
  AMBIGUOUS_INPUT("AmbiguousInput"),
  TYPE_MISMATCH("TypeMismatch"),
  VOID_INPUT("VoidInput"),
  UNKNOWN_STEP("UnknownStep"),
  DUPLICATE_STEP("DuplicateStep"),
  DUPLICATE_NAME("DuplicateName"),
  ENTRY_POINT_RESULT("EntryPointResult"),
  NO_RESULT("NoResult"),
  AMBIGUOUS_RESULT("AmbiguousResult"),
  MAYBE_ABSENT("MaybeAbsent"),
  UNUSED_STEP("UnusedStep", Severity.WARNING),
  UNUSED_CONVERSATION("UnusedConversation", Severity.WARNING),
  FOREIGN_ANNOTATION("ForeignAnnotation", Severity.WARNING),
  UNUSED_ACTION("UnusedAction");

  private final String displayName;
  private final Severity severity;

  DiagnosticId(String displayName) {
    this(displayName, Severity.ERROR);
  }

  DiagnosticId(String displayName, Severity severity) {
    this.displayName = displayName;
    this.severity = severity;
  }

  /**
   * Returns the name in messages, in the option and in {@code @SuppressWarnings("stepwright:…")}.
   */
  public String displayName() {
    return displayName;
  }

  /** Returns the default severity. */
  public Severity severity() {
    return severity;
  }

  /** Finds a diagnostic by its display name. */
  public static Optional<DiagnosticId> byName(String displayName) {
    for (DiagnosticId id : values()) {
      if (id.displayName.equals(displayName)) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  /** Returns the display names of all diagnostics. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (DiagnosticId id : values()) {
      names.add(id.displayName);
    }
    return names;
  }
}
