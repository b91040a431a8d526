package io.stepwright.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.Locale;
import java.util.Set;

/** Turns the parts of Javadoc that the annotations use into Markdown. */
final class DocMarkdown {

  private final Set<String> annotations;
  private final Set<String> others;

  /**
   * Creates a writer.
   *
   * @param annotations the annotations that have a section in the page
   * @param others the other types that have one
   */
  DocMarkdown(Set<String> annotations, Set<String> others) {
    this.annotations = annotations;
    this.others = others;
  }

  /**
   * Returns the text of a comment.
   *
   * @param indent the prefix of each line but the first
   * @throws IllegalArgumentException if it contains something that cannot be converted to Markdown
   */
  String of(DocCommentTree comment, String indent) {
    StringBuilder text = new StringBuilder();
    boolean code = false;
    for (DocTree part : comment.getFullBody()) {
      if (part instanceof StartElementTree start) {
        code |= start.getName().contentEquals("pre");
        text.append(start(start.getName().toString()));
      } else if (part instanceof EndElementTree end) {
        code &= !end.getName().contentEquals("pre");
        text.append(end(end.getName().toString()));
      } else if (part instanceof LiteralTree literal) {
        String body = literal.getBody().getBody();
        text.append(code ? unindented(body.strip()) : quoted(body));
      } else {
        text.append(inline(part));
      }
    }
    return text.toString()
        .strip()
        .replaceAll("[ \t]+\n", "\n")
        .replaceAll("\n +(?=- )", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .replaceAll("\n(?=[^\n])", "\n" + indent);
  }

  /** Returns code without the common indentation; the first line has lost it already. */
  private static String unindented(String code) {
    int first = code.indexOf('\n');
    return first < 0
        ? code
        : code.substring(0, first + 1) + code.substring(first + 1).stripIndent();
  }

  private String inline(DocTree part) {
    if (part instanceof TextTree text) {
      return text.getBody().replaceAll("\\s+", " ");
    } else if (part instanceof EntityTree entity) {
      return switch (entity.getName().toString()) {
        case "lt" -> "<";
        case "gt" -> ">";
        case "amp" -> "&";
        default -> throw new IllegalArgumentException("The entity " + entity);
      };
    } else if (part instanceof LinkTree link) {
      return link(link.getReference().getSignature());
    }
    throw new IllegalArgumentException(part.getKind() + ": " + part);
  }

  /** Returns a link to a type or one of its members, or its name if it is not in the page. */
  String link(String signature) {
    String type = signature.replaceFirst("#.*", "");
    String member =
        signature.contains("#") ? signature.replaceFirst(".*#", "").replace("()", "") : "";
    String simple = type.substring(type.lastIndexOf('.') + 1);
    if (simple.isEmpty()) {
      return quoted(member);
    }
    String name = (annotations.contains(simple) ? "@" : "") + simple;
    String shown = quoted(member.isEmpty() ? name : name + "." + member);
    return annotations.contains(simple) || others.contains(simple)
        ? "[" + shown + "](#" + simple.toLowerCase(Locale.ROOT) + ")"
        : shown;
  }

  private static String quoted(String code) {
    String line = code.strip().replaceAll("\\s+", " ");
    return line.contains("`") ? "`` " + line + " ``" : "`" + line + "`";
  }

  private static String start(String element) {
    return switch (element) {
      case "p" -> "\n\n";
      case "pre" -> "\n\n```\n";
      case "ul" -> "\n";
      case "li" -> "\n- ";
      case "em" -> "*";
      default -> throw new IllegalArgumentException("<" + element + ">");
    };
  }

  private static String end(String element) {
    return switch (element) {
      case "pre" -> "\n```\n\n";
      case "ul" -> "\n\n";
      case "em" -> "*";
      case "li", "p" -> "";
      default -> throw new IllegalArgumentException("</" + element + ">");
    };
  }
}
