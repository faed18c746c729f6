import java.io.File;
import java.util.Map;
import java.util.StringJoiner;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Validates PDF files with veraPDF: VeraCheck 3a,ua1 FILE... One line a file and flavour, tab-separated:
 * file, flavour, "ok" or what failed. Exit 1 when something failed.
 */
public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    boolean isCompliant = true;
    for (int index = 1; index < arguments.length; index++)
      for (String name : arguments[0].split(","))
        isCompliant &= check(new File(arguments[index]), PDFAFlavour.fromString(name));
    System.exit(isCompliant ? 0 : 1);
  }

  private static boolean check(File file, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(flavour, 5, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      String outcome = result.isCompliant() ? "ok" : failures(result);
      System.out.println(file.getName() + "\t" + flavour + "\t" + outcome);
      return result.isCompliant();
    }
  }

  private static String failures(ValidationResult result) {
    StringJoiner failures = new StringJoiner("; ");
    for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet())
      failures.add(failed.getKey().getClause() + " x" + failed.getValue() + " " + message(result, failed.getKey()));
    return failures.toString().replaceAll("\\s+", " ");
  }

  private static String message(ValidationResult result, RuleId rule) {
    for (TestAssertion assertion : result.getTestAssertions())
      if (assertion.getRuleId().equals(rule)) return assertion.getMessage();
    return "";
  }
}
