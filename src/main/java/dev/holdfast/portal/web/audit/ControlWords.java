package dev.holdfast.portal.web.audit;

import dev.holdfast.changes.Control;

/** What a control asks, what shows it here, and what does not. */
final class ControlWords {

    private ControlWords() {}

    static String name(Control control) {
        return switch (control) {
            case PCI_6_5_1 -> "6.5.1 Changes are made by an agreed procedure";
            case PCI_6_5_4 -> "6.5.4 Roles are separated before production";
            case SOX_AUTHORISED -> "Authorised";
            case SOX_TESTED -> "Tested";
            case SOX_SEGREGATED -> "Segregated";
            case SOX_RECORDED -> "Complete and recorded";
        };
    }

    static String asks(Control control) {
        return switch (control) {
            case PCI_6_5_1 -> "Each change to production has its reason and description, the documented approval of who may give it, tests, and a way back.";
            case PCI_6_5_4 -> "Only what was reviewed and approved reaches production; nobody plays both parts.";
            case SOX_AUTHORISED -> "Each change is approved before it goes; an emergency is approved afterwards, in time.";
            case SOX_TESTED -> "Each change is tested before it goes.";
            case SOX_SEGREGATED -> "Who develops a change or deploys it is not who approves it.";
            case SOX_RECORDED -> "The population is complete: all that went to production is recorded, and no record was changed.";
        };
    }

    static String evidence(Control control) {
        return switch (control) {
            case PCI_6_5_1 -> "The change by which it went: summary, who approved it or agreed its template, and when. The build whose last activity"
                    + " before production passed. Of standard changes the template’s steps, tests and way back.";
            case PCI_6_5_4, SOX_SEGREGATED -> "Authors and reviewers of its commits as the forge told them, who raised and who approved its change, who deployed it.";
            case SOX_AUTHORISED -> "The approval or the agreed template, and its instant beside that at which the deployment began; what the gate had answered.";
            case SOX_TESTED -> "The build of the version says that its last activity before production passed.";
            case SOX_RECORDED -> "An entry of each deployment in the ledger, whose entries are chained; the signed bundle shows that none was left out.";
        };
    }

    static String beyond(Control control) {
        return switch (control) {
            case PCI_6_5_1 -> "The impact on security, and 6.2.4 of software made to order.";
            case PCI_6_5_4 -> "Who can reach production itself.";
            case SOX_AUTHORISED -> "Whether the approver was the right one for the money involved.";
            case SOX_TESTED -> "What the tests covered.";
            case SOX_SEGREGATED -> "Authors of whom no build told.";
            case SOX_RECORDED -> "What was deployed and no pipeline told of.";
        };
    }

    static String about(String standard) {
        return standard.startsWith("PCI")
                ? "Requirement 6.5, changes to all system components. 6.5.2, after a significant change, is not shown here."
                : "IT general controls over program changes, as auditors of financial reporting ask for them.";
    }
}
