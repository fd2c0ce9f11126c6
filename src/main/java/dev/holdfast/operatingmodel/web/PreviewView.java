package dev.holdfast.operatingmodel.web;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.NotApplicable;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.operatingmodel.Preview;
import dev.holdfast.operatingmodel.web.OutcomeView.OnCallView;
import dev.holdfast.quantities.Money;
import java.util.List;
import java.util.Optional;

/** What a change of policy would change, in the contract's words. */
record PreviewView(List<LineView> services, TotalView standbyPerWeek) {

    private static final NotApplicable UNASSESSED = new NotApplicable("unassessed");
    private static final NotApplicable NO_PRICE =
            new NotApplicable("no price list, or nobody known whose standby it would be");

    record LineView(ServiceName service, SideView now, SideView then, List<String> changed) {

        static LineView of(Preview.Line line) {
            return new LineView(line.service(), SideView.of(line.now()), SideView.of(line.then()), line.changed());
        }
    }

    record SideView(Object level, Object operatingModel, OnCallView onCall, Object standbyPerWeek) {

        static SideView of(Preview.Side side) {
            return new SideView(
                    SelectedView.or(Optional.ofNullable(side.level()), UNASSESSED),
                    SelectedView.or(Optional.ofNullable(side.operatingModel()).map(OperatingModel::word), UNASSESSED),
                    OnCallView.of(side.onCall()),
                    money(side.standbyPerWeek()));
        }
    }

    record TotalView(Object now, Object then) {}

    static PreviewView of(Preview preview) {
        return new PreviewView(
                preview.services().stream().map(LineView::of).toList(),
                new TotalView(money(preview.standbyNow()), money(preview.standbyThen())));
    }

    private static Object money(Optional<Money> money) {
        return SelectedView.or(money, NO_PRICE);
    }
}
