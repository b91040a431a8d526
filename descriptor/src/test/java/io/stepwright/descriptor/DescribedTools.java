package io.stepwright.descriptor;

/** A descriptor of an agent with tools of all kinds. */
final class DescribedTools {

  private static final String ORDERS =
      """
      {"name": "orders", "listed": "orders", "method": "orders", "parameters": ["customer", "status"],
       "declaredBy": "p.A", "kind": "code", "server": null, "description": "The orders.",
       "schema": {"type": "object",
         "properties": {"status": {"type": ["string", "null"], "enum": ["OPEN", null], "maxLength": 12}},
         "required": ["status"], "additionalProperties": false},
       "readOnly": true, "sideEffect": false, "approval": null, "calls": null, "failing": false,
       "asked": null}""";

  private static final String REFUND =
      """
      {"name": "refund", "listed": "refund", "method": "refund", "parameters": ["cents"],
       "declaredBy": "p.A", "kind": "code", "server": null, "description": "", "schema": null,
       "readOnly": false, "sideEffect": true, "approval": "Refund {{cents}}?", "calls": 1,
       "failing": true, "asked": null}""";

  private static final String READ =
      """
      {"name": "github_issue_read", "listed": "github.issue_read", "method": "issue_read",
       "parameters": [], "declaredBy": "p.GitHub", "kind": "mcp", "server": "github",
       "description": "An issue.", "schema": {"type": "object"}, "readOnly": false,
       "sideEffect": true, "approval": null, "calls": null, "failing": false, "asked": null}""";

  private static final String SUMMARY =
      """
      {"name": "summary", "listed": "summary", "method": "summary", "parameters": ["text"],
       "declaredBy": "p.A", "kind": "model", "server": null, "description": "A summary.",
       "schema": {"type": "object"}, "readOnly": false, "sideEffect": false, "approval": null,
       "calls": null, "failing": false,
       "asked": {"name": "summary", "method": "summary", "parameters": ["text"],
         "declaredBy": "p.A", "kind": "model", "type": "String", "mayBeAbsent": false,
         "sideEffect": false, "model": "small", "fallback": [], "template": null, "regex": null,
         "cache": null, "checks": [], "onFailure": null, "attempts": 3, "timeout": null,
         "tools": {"turns": 2, "tokens": null, "offered": [{"tool": "orders", "bound": {}}]},
         "mostModelCalls": 6}}""";

  /** The descriptor. */
  static final String AGENT =
      """
      {"schemaVersion": 1, "agent": "A", "type": "p.A", "generated": "p.WiredA", "resources": [],
       "steps": [
         {"name": "solve", "method": "solve", "parameters": ["ticket"], "declaredBy": "p.A",
          "kind": "model", "type": "Resolution", "mayBeAbsent": false, "sideEffect": false,
          "model": "large", "fallback": [], "template": null, "regex": null, "cache": null,
          "checks": [], "onFailure": null, "attempts": 3, "timeout": null,
          "tools": {"turns": 6, "tokens": 20000, "offered": [
            {"tool": "orders", "bound": {"customer": "ticket.customerId"}},
            {"tool": "refund", "bound": {}},
            {"tool": "github_issue_read", "bound": {}},
            {"tool": "summary", "bound": {}}]},
          "mostModelCalls": 66}],
       "tools": [%s, %s, %s, %s],
       "entryPoints": [
         {"method": "resolve", "inputs": ["ticket"], "declaredBy": "p.A", "returns": "Resolution",
          "result": {"step": "solve"}, "also": [], "timeout": null,
          "steps": [{"step": "solve", "after": [], "spine": true, "inputs": [
            {"parameter": "ticket", "from": "input", "name": "ticket", "required": true}]}],
          "criticalPath": ["solve"], "mostModelCalls": 66, "mostModelCallsPerItem": {}}]}
      """
          .formatted(ORDERS, REFUND, READ, SUMMARY);

  private DescribedTools() {}
}
