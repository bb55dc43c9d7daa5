"""All that can be done on a request's page, by the last part of its address."""

from . import assignment_actions as work
from . import closing_actions as closing
from . import contact_actions as contact
from . import offer_actions as times
from . import visit_actions as visits
from .action import RecordAction

ACTIONS: dict[str, RecordAction] = {
    action.name: action
    for action in (
        *(work.Claim(), work.Release(), work.Assign(), work.AskNurse(), work.FinishNurseReview()),
        *(times.OfferTimes(), times.BookVisit(), times.Accept(), times.Refuse(), times.Withdraw()),
        *(visits.CheckIn(), visits.UndoCheckIn(), visits.Complete(), visits.NoShow()),
        *(visits.CancelVisit(), visits.KeepVisit(), visits.RecordNumbers(), visits.SetJoinLink()),
        *(contact.LogContact(), contact.Ask(), contact.AddNote(), contact.Correct()),
        *(closing.Close(), closing.MarkDuplicate(), closing.Reopen(), closing.Waitlist(), closing.Resume()),
    )
}
