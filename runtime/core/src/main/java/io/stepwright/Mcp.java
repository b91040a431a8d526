package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose methods are tools of a server of the Model Context Protocol.
 *
 * <pre>{@code
 * @Mcp("github")
 * public interface GitHub {
 *   @Tool(readOnly = true)
 *   Issue issue_read(String owner, String repo, int number);
 * }
 * }</pre>
 *
 * <p>The processor checks the methods against the file {@code src/main/stepwright/mcp/github.json},
 * which {@code mvn stepwright:mcp} writes, and generates {@code WiredGitHub}, which calls the
 * server through {@code stepwright-mcp}. An agent whose constructor takes the interface can offer
 * its tools to models: {@code @Tools("github.issue_read")}.
 *
 * <p>A tool that is not {@code readOnly} is a side effect.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Mcp {

  /** The name of the server: 1 to 32 ASCII letters, digits, {@code _} and {@code -}. */
  String value();
}
