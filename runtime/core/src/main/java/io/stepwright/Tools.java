package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the model of a step call tools before it answers.
 *
 * <pre>{@code
 * @AgentStep @Model("gpt-4o") @Tools(value = {"orders", "refund"}, turns = 6, tokens = 20_000)
 * @Prompt("Solve this complaint: {{ticket.text}}")
 * protected abstract Resolution solve(Ticket ticket);
 * }</pre>
 *
 * <p>The limits are checked before a turn is sent. The last permitted turn forbids further calls,
 * so that the model answers from what it has; if it asks for one nevertheless, the step fails with
 * an {@code io.stepwright.runtime.ToolBudgetException}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Tools {

  /**
   * The names of the tools, such as {@code "orders"}; those of an MCP server begin with the name of
   * the server, as in {@code "github.issue_read"}. Default: all tools that the agent declares or
   * inherits.
   */
  String[] value() default {};

  /** The maximum number of requests to the model, repairs of its answer included; at least 1. */
  int turns() default 8;

  /**
   * The maximum number of tokens, read and written, of all turns together; 0 for any number. If a
   * server does not report them, a token is taken for three bytes.
   */
  int tokens() default 0;
}
