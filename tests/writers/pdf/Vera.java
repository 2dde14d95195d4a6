import java.io.File;
import java.io.InputStream;
import java.util.*;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.*;
import org.w3c.dom.*;

/**
 * PDF files to verdicts: java -cp verapdf.jar Vera.java ua1,2a one.pdf two.pdf.
 *
 * One line for each file and profile, its parts divided by tabs: file, profile, "passed" or "failed", then each broken
 * rule with the place where it was broken first.  The profiles' XML is read here, since the jar lacks the JAXB runtime.
 */
public final class Vera {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String flavour : arguments[0].split(",")) {
            ValidationProfile profile = profile(flavour);
            for (String file : List.of(arguments).subList(1, arguments.length)) {
                System.out.println(String.join("\t", verdict(file, flavour, profile)));
            }
        }
    }

    private static List<String> verdict(String file, String flavour, ValidationProfile profile) {
        List<String> line = new ArrayList<>(List.of(file, flavour));
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), PDFAFlavour.byFlavourId(flavour));
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, 100, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            line.add(result.isCompliant() ? "passed" : "failed");
            line.addAll(broken(result));
        } catch (Exception error) {
            line.addAll(List.of("failed", clean(String.valueOf(error))));
        }
        return line;
    }

    private static Collection<String> broken(ValidationResult result) {
        Map<String, String> rules = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                rules.putIfAbsent(rule, clean(rule + " " + assertion.getMessage() + " at " + assertion.getLocation().getContext()));
            }
        }
        return rules.values();
    }

    private static String clean(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static ValidationProfile profile(String flavour) throws Exception {
        String name = flavour.startsWith("ua") ? "PDFUA-" + flavour.substring(2) : "PDFA-" + flavour.toUpperCase();
        Element root;
        try (InputStream xml = Vera.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : below(root, "rules", "rule")) rules.add(rule(rule));
        Set<Variable> variables = new HashSet<>();
        for (Element variable : below(root, "variables", "variable")) {
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
                text(variable, "defaultValue"), text(variable, "value")));
        }
        ProfileDetails details = Profiles.profileDetailsFromValues(name, name, "", new Date(0));
        return Profiles.profileFromValues(PDFAFlavour.valueOf(root.getAttribute("flavour")), details, "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = child(rule, "id");
        RuleId name = Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        ErrorDetails error = Profiles.errorFromValues(text(rule, "description"), new ArrayList<>());
        return Profiles.ruleFromValues(name, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
            text(rule, "description"), text(rule, "test"), error, new ArrayList<>());
    }

    private static String text(Element parent, String tag) {
        return child(parent, tag).getTextContent();
    }

    private static Element child(Element parent, String tag) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element && node.getNodeName().equals(tag)) return (Element) node;
        }
        return null;
    }

    private static List<Element> below(Element root, String wrapper, String tag) {
        List<Element> found = new ArrayList<>();
        Element parent = child(root, wrapper);
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element && node.getNodeName().equals(tag)) found.add((Element) node);
        }
        return found;
    }
}
