package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.BAD_TEMPLATE;

import io.stepwright.descriptor.json.JsonFile;
import io.stepwright.descriptor.json.JsonNode;
import io.stepwright.descriptor.json.JsonSyntaxException;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TemplateModel.AsText;
import io.stepwright.processor.model.TemplateModel.File;
import io.stepwright.processor.model.TemplateModel.Raw;
import io.stepwright.processor.model.TemplateModel.SkeletonPiece;
import io.stepwright.processor.model.TemplateValue;
import io.stepwright.processor.model.TemplateValue.Literal;
import io.stepwright.processor.model.TemplateValue.Open;
import io.stepwright.processor.model.TemplateValue.Text;
import io.stepwright.processor.model.TemplateValue.Written;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.resolution.TemplateFit.Replacement;
import io.stepwright.processor.resolution.TemplateParser.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files of one template and makes values of them. */
final class TemplateFiles {

  private static final String TEXT = "text";

  private final StepModel step;
  private final Named template;
  private final Types types;
  private final Diagnostics diagnostics;
  private final PromptResolver slots;
  private final Shape result;

  TemplateFiles(StepModel step, Named template, Types types, Diagnostics diagnostics) {
    this.step = step;
    this.template = template;
    this.types = types;
    this.diagnostics = diagnostics;
    this.slots = new PromptResolver(step, types, diagnostics);
    this.result = types.shape(step.method().returnType());
  }

  /**
   * Returns a file; empty if there is a problem in it, which is then reported.
   *
   * @param path its path among the resources
   * @param values the replacement of each brace in the template's path
   * @param text its content, with lines that end with line feeds alone
   */
  Optional<File> file(String path, List<String> values, String text) {
    PromptSource source =
        new PromptSource(text, template.place(), new PromptSource.InFile(path, text, 0));
    TemplateProblems problems = new TemplateProblems(step.name(), source, slots, diagnostics);
    TemplateTexts texts = new TemplateTexts(types, problems);
    List<SkeletonPiece> skeleton = new ArrayList<>();
    Optional<TemplateValue> value =
        path.endsWith(".json")
            ? json(text, problems, texts, skeleton)
            : plain(text, problems, texts, skeleton);
    return problems.any()
        ? Optional.empty()
        : value.map(
            made -> new File(path, values, text, made, skeleton, texts.openSlots(), texts.slots()));
  }

  private Optional<TemplateValue> json(
      String text, TemplateProblems problems, TemplateTexts texts, List<SkeletonPiece> skeleton) {
    JsonNode root;
    try {
      root = JsonFile.parse(text);
    } catch (JsonSyntaxException e) {
      problems.report(BAD_TEMPLATE, e.offset(), "this is not JSON. " + e.problem());
      return Optional.empty();
    }
    TemplateFit fit = new TemplateFit(types, problems, texts);
    Optional<TemplateValue> value = fit.value(root, result, "");
    int at = root.start();
    for (Replacement replacement : fit.replacements()) {
      skeleton.add(new Raw(text.substring(at, replacement.string().start())));
      skeleton.add(replacement.piece());
      at = replacement.string().end();
    }
    skeleton.add(new Raw(text.substring(at, root.end())));
    return value;
  }

  private Optional<TemplateValue> plain(
      String whole, TemplateProblems problems, TemplateTexts texts, List<SkeletonPiece> skeleton) {
    Shape shape = result instanceof Shape.Maybe maybe ? maybe.value() : result;
    if (!TemplateTexts.isString(shape)) {
      problems.report(
          BAD_TEMPLATE,
          0,
          "this is plain text, but the step returns %s.".formatted(shape.type().display()),
          "Only a String is made of plain text; name a file that ends with .json.");
      return Optional.empty();
    }
    String text = whole.strip();
    int start = whole.indexOf(text);
    List<Piece> pieces = TemplateParser.parse(text);
    Optional<TemplateValue> value =
        TemplateTexts.literal(pieces)
            .<TemplateValue>map(literal -> new Literal(shape, literal))
            .or(() -> texts.text(pieces, TEXT, shape, offset -> start + offset));
    value.ifPresent(
        made -> {
          if (made instanceof Text each) {
            skeleton.add(new AsText(each));
          }
        });
    Optional<TemplateValue> bare =
        value.map(
            made ->
                made instanceof Text each
                        && each.pieces().size() == 1
                        && each.pieces().get(0) instanceof Open open
                    ? new Written(open.slot())
                    : made);
    return result instanceof Shape.Maybe ? bare.map(TemplateValue.Present::new) : bare;
  }
}
