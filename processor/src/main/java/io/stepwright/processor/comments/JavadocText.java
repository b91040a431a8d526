package io.stepwright.processor.comments;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Extracts the descriptions in a Javadoc comment as plain text. */
public final class JavadocText {

  private JavadocText() {}

  /** A tag of a parameter counts in the middle of a line, too: comments of one line are usual. */
  private static final Pattern LINE_END = Pattern.compile("\\R|\\s(?=@param\\s)");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^}]*)}");
  private static final Pattern LABELLED_LINK =
      Pattern.compile("\\{@link(?:plain)?\\s+\\S+\\s+([^}]*)}");
  private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+#?([^}]*)}");
  private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][^>]*>");

  /** Parses a comment; returns {@link TypeComments#NONE} for a missing one. */
  public static TypeComments of(@Nullable String comment) {
    if (comment == null) {
      return TypeComments.NONE;
    }
    StringBuilder main = new StringBuilder();
    Map<String, StringBuilder> parameters = new LinkedHashMap<>();
    StringBuilder current = main;
    for (String line : LINE_END.split(comment)) {
      String text = line.strip();
      if (text.startsWith("@param ")) {
        String[] nameAndText = SPACE.split(text.substring("@param ".length()).strip(), 2);
        current = new StringBuilder(nameAndText.length == 2 ? nameAndText[1] : "");
        parameters.put(nameAndText[0], current);
      } else if (text.startsWith("@")) {
        current = new StringBuilder();
      } else {
        current.append(' ').append(text);
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    parameters.forEach((name, text) -> texts.put(name, plain(text)));
    return new TypeComments(plain(main), texts);
  }

  private static String plain(CharSequence javadoc) {
    String text = javadoc.toString();
    text = CODE.matcher(text).replaceAll("$1");
    text = LABELLED_LINK.matcher(text).replaceAll("$1");
    text = LINK.matcher(text).replaceAll("$1");
    text = HTML.matcher(text).replaceAll(" ");
    return SPACE.matcher(text).replaceAll(" ").strip();
  }
}
