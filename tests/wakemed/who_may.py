"""Who gets which address behind the doors, each exactly: the table that tests/wakemed/test_every_door.py walks by.

An address that is missing here fails that test with its name. A letter stands for a group; nobody else is let in.
"""

GROUPS = {
    "k": "Schedulers",
    "m": "Scheduling managers",
    "n": "Nurses",
    "a": "Auditors",
    "e": "Editors",
    "d": "Directory editors",
    "r": "Clinical reviewers",
    "p": "Emergency publishers",
    "s": "Superuser",  # named only where no group may: who sets the site up
}

DESK = {
    "kmna": "index password_change_done jsi18n app_list",
    "kmn": """
        appointments_appointmentrequest_changelist appointments_appointmentrequest_history
        appointments_appointmentrequest_hand_over appointments_calendar appointments_calendar_time
        appointments_daysheet appointments_appointmentrequest_changed
        appointments_appointmentrequest_change
    """,
    "km": """
        physicians_physician_changelist physicians_physician_history physicians_physician_change
        appointments_appointmentrequest_add
        appointments_holiday_changelist appointments_holiday_add appointments_holiday_history
        appointments_holiday_delete appointments_holiday_change
        appointments_availabilityrule_history appointments_availabilityrule_delete appointments_availabilityrule_change
        appointments_extrasession_history appointments_extrasession_delete appointments_extrasession_change
        appointments_timeoff_history appointments_timeoff_delete appointments_timeoff_change
        appointments_virtualroom_history appointments_virtualroom_delete appointments_virtualroom_change
    """,
    "ma": """
        appointments_messagetemplate_changelist appointments_messagetemplate_history
        appointments_messagetemplate_change
    """,
    "m": "appointments_messagetemplate_add appointments_messagetemplate_delete patient_copy",
    "as": """
        appointments_recordaccess_changelist appointments_recordaccess_history appointments_recordaccess_change
        patient_access
        wakemed_securityevent_changelist wakemed_securityevent_history wakemed_securityevent_change
        appointments_desksearch_changelist appointments_desksearch_history appointments_desksearch_change
        wakemed_erasure_changelist wakemed_erasure_history wakemed_erasure_change
    """,
    "s": """
        account_emailaddress_changelist account_emailaddress_add account_emailaddress_history
        account_emailaddress_delete account_emailaddress_change
        auth_group_changelist auth_group_add auth_group_history auth_group_delete auth_group_change
        auth_user_password_change wakemed_user_changelist wakemed_user_add wakemed_user_history
        wakemed_user_delete wakemed_user_change
    """,
}

CMS = {
    # What every editor's page is made of: dialogs that choose among published things, and one's own account. Moving
    # and bulk actions say only there who is refused.
    "edrp": """
        wagtailadmin_home cms/test404/ wagtailadmin_account wagtailadmin_dismissibles wagtailadmin_sprite
        wagtailadmin_javascript_catalog wagtailadmin_block_preview
        wagtailadmin_api:pages:listing wagtailadmin_api:documents:listing wagtailadmin_api:documents:detail
        wagtailadmin_api:images:listing wagtailadmin_api:images:detail
        wagtail_bulk_action wagtailadmin_pages:move_confirm wagtailadmin_pages:confirm_workflow_cancellation
        wagtailadmin_choose_page wagtailadmin_choose_page_child wagtailadmin_choose_page_search
        wagtailadmin_choose_page_chosen_multiple wagtailadmin_choose_page_external_link
        wagtailadmin_choose_page_email_link wagtailadmin_choose_page_phone_link wagtailadmin_choose_page_anchor_link
        wagtailadmin_tag_autocomplete wagtailadmin_tag_model_autocomplete
        wagtailadmin_workflows:task_chooser wagtailadmin_workflows:task_chooser_results
        wagtailadmin_workflows:task_chooser_create wagtailadmin_workflows:task_chosen
        wagtailadmin_reports:site_history wagtailadmin_reports:site_history_results
        wagtaildocs_chooser:choose wagtaildocs_chooser:choose_results wagtaildocs_chooser:chosen_multiple
        wagtailimages_chooser:choose wagtailimages_chooser:choose_results wagtailimages_chooser:chosen_multiple
        wagtailimages_chooser:select_format
    """,
    "er": """
        wagtailadmin_api:pages:detail wagtailadmin_explore_root wagtailadmin_explore wagtailadmin_explore_results
        wagtailadmin_pages:type_use wagtailadmin_pages:type_use_results wagtailadmin_pages:usage
        spine_page_editor spine_earlier_version_editor
        wagtailadmin_pages:edit wagtailadmin_pages:preview_on_edit wagtailadmin_pages:view_draft
        wagtailadmin_pages:convert_alias wagtailadmin_pages:search wagtailadmin_pages:search_results
        wagtailadmin_pages:copy wagtailadmin_pages:revisions_view wagtailadmin_pages:revisions_revert
        wagtailadmin_pages:revisions_compare wagtailadmin_pages:workflow_history
        wagtailadmin_pages:workflow_history_detail wagtailadmin_pages:history wagtailadmin_pages:history_results
        wagtailadmin_reports:workflow wagtailadmin_reports:workflow_results wagtailadmin_reports:workflow_tasks
        wagtailadmin_reports:workflow_tasks_results wagtailadmin_reports:aging_pages
        wagtailadmin_reports:aging_pages_results wagtailadmin_reports:page_types_usage
        wagtailadmin_reports:page_types_usage_results spine_broken_links spine_broken_links_results
        spine_attestation_report spine_attestation_report_results
    """,
    "e": """
        wagtailadmin_pages:add wagtailadmin_pages:preview_on_add wagtailadmin_pages:add_subpage
        wagtailadmin_pages:delete wagtailadmin_pages:move
        wagtailimages:edit wagtailimages:delete wagtailimages:preview wagtailimages:image_usage
    """,
    "ed": """
        wagtailimages:index wagtailimages:index_results wagtailimages:add wagtailimages:add_multiple
        wagtailimages_chooser:chosen wagtailimages_chooser:create
    """,
    "r": """
        wagtailadmin_pages:unpublish wagtailadmin_pages:set_page_position wagtailadmin_pages:set_privacy
        wagtailadmin_pages:revisions_unschedule wagtailadmin_pages:workflow_action
        wagtailadmin_pages:collect_workflow_action_data wagtailadmin_pages:workflow_preview spine_attest
    """,
    "drp": "wagtailadmin_pages:choose_parent",  # says that there is no place; an editor is led on to the form
    "d": "physicians_verification physicians_verification_results physician_leaves",
    "dr": "physicians_try",
    "p": "spine_publish_at_once",
    "rp": "spine_emergency_publications",
    "s": """
        wagtailadmin_collections:index wagtailadmin_collections:add wagtailadmin_collections:edit
        wagtailadmin_collections:delete wagtailadmin_collections:set_privacy
        wagtailadmin_workflows:index wagtailadmin_workflows:index_results wagtailadmin_workflows:add
        wagtailadmin_workflows:disable wagtailadmin_workflows:edit wagtailadmin_workflows:usage
        wagtailadmin_workflows:usage_results wagtailadmin_workflows:add_task wagtailadmin_workflows:select_task_type
        wagtailadmin_workflows:task_index wagtailadmin_workflows:task_index_results wagtailadmin_workflows:edit_task
        wagtailadmin_workflows:disable_task wagtailadmin_reports:locked_pages wagtailadmin_reports:locked_pages_results
        wagtailredirects:index wagtailredirects:index_results wagtailredirects:add wagtailredirects:edit
        wagtailredirects:delete wagtailredirects:start_import
        wagtailsites:index wagtailsites:index_results wagtailsites:add wagtailsites:edit wagtailsites:delete
        wagtailsites:history wagtailsites:history_results wagtailsites:usage wagtailsites:copy
        wagtailusers_users:index wagtailusers_users:index_results wagtailusers_users:add wagtailusers_users:edit
        wagtailusers_users:delete wagtailusers_users:history wagtailusers_users:history_results
        wagtailusers_users:usage wagtailusers_users:copy
        wagtailusers_groups:index wagtailusers_groups:index_results wagtailusers_groups:add wagtailusers_groups:edit
        wagtailusers_groups:delete wagtailusers_groups:history wagtailusers_groups:history_results
        wagtailusers_groups:usage
        wagtaildocs:index wagtaildocs:index_results wagtaildocs:add wagtaildocs:edit wagtaildocs:delete
        wagtaildocs:add_multiple wagtaildocs:document_usage wagtaildocs_chooser:chosen wagtaildocs_chooser:create
    """,
}

ROW = "list list_results edit usage history history_results"
DRAFTS = "preview_on_edit revisions_view revisions_revert revisions_compare"
REVIEW = "workflow_history workflow_history_detail"
SIGNING = "workflow_action collect_workflow_action_data workflow_preview"
TAKING_DOWN = "unpublish revisions_unschedule"
DRAFTED = {"d": f"{ROW} add copy preview_on_add {DRAFTS} {TAKING_DOWN}", "s": "delete"}
SNIPPETS = {
    **{f"physicians_{kind}": DRAFTED for kind in ("physician", "location", "condition", "specialty", "procedure")},
    "physicians_language": {"d": f"{ROW} add copy", "s": "delete"},
    "physicians_dangerphrase": {
        "dr": f"{ROW} revisions_revert revisions_compare {REVIEW}",
        "d": "add",
        "edrp": "confirm_workflow_cancellation",
        "r": SIGNING.replace(" workflow_preview", ""),
    },
    "physicians_organization": {"s": ROW},
    "spine_notice": {
        "erp": f"{ROW} {DRAFTS} {REVIEW}",
        "ep": "add copy preview_on_add",
        "r": f"{SIGNING} {TAKING_DOWN}",
        "s": "delete",
        "edrp": "confirm_workflow_cancellation",
    },
    "appointments_requestwording": {
        "er": f"{ROW} {DRAFTS} {REVIEW}",
        "r": f"{SIGNING} {TAKING_DOWN}",
        "edrp": "confirm_workflow_cancellation",
    },
}
CHOOSING = "choose choose_results chosen chosen_multiple"
MAY_ADD = {"spine_notice": "ep", "appointments_requestwording": "s", "physicians_organization": "s"}  # others: "d"

BUTTONS = "".join(
    f"admin:appointments_appointmentrequest_{name} "
    for name in (
        *(
            "claim",
            "release",
            "assign",
            "ask_nurse",
            "take_review",
            "nurse_review",
            "offer",
            "book",
            "accept",
            "refuse",
            "withdraw",
        ),
        *(
            "check_in",
            "undo_check_in",
            "undo_outcome",
            "complete",
            "no_show",
            "cancel",
            "keep",
            "seen_anyway",
            "numbers",
            "join_link",
            "contact",
        ),
        *(
            "ask",
            "note",
            "correct",
            "close",
            "duplicate",
            "reopen",
            "offer_again",
            "waitlist",
            "resume",
            "seen_anyway",
        ),
    )
)
# Where nobody gets a page, why, and what they get instead.
NO_PAGE = {
    405: {
        "takes POST only": """
            physicians_verify physicians_take_back
            admin:logout admin:physicians_physician_busy_times admin:appointments_appointmentrequest_take_next
            admin:appointments_savedfilter_save admin:appointments_savedfilter_remove
            wagtailadmin_api:pages:action wagtailadmin_pages:lock wagtailadmin_pages:unlock wagtailadmin_logout
            wagtailadmin_workflows:enable wagtailadmin_workflows:remove wagtailadmin_workflows:enable_task
            wagtailadmin_editing_sessions:ping wagtailadmin_editing_sessions:release
            wagtaildocs:edit_multiple wagtaildocs:create_multiple_from_uploaded_document wagtaildocs:delete_multiple
            wagtaildocs:delete_upload_multiple wagtailimages:edit_multiple
            wagtailimages:create_multiple_from_uploaded_image wagtailimages:delete_multiple
            wagtailimages:delete_upload_multiple wagtailredirects:process_import
        """,
        "is a button of a request's page": BUTTONS,
    },
    403: {
        "nobody writes or deletes these": """
            admin:appointments_recordaccess_add admin:appointments_recordaccess_delete
            admin:wakemed_securityevent_add admin:wakemed_securityevent_delete
            admin:appointments_desksearch_add admin:appointments_desksearch_delete
            admin:wakemed_erasure_add admin:wakemed_erasure_delete
            admin:appointments_appointmentrequest_delete
        """,
        "the CMS is the place for it": "admin:physicians_physician_add admin:physicians_physician_delete",
        "no form of the desk asks it": "admin:autocomplete",
    },
    404: {
        "there is no such thing here": """
            cms/pages/<root_page:page_id>/set_position/ cms/pages/<root_page:page_id>/lock/
            cms/pages/<root_page:page_id>/unlock/
            admin/(?P<url>.*)$ cms/^.*/$ wagtailimages:url_generator wagtailimages:url_generator_output
            wagtailadmin_api:documents:find wagtailadmin_api:images:find
        """,
        "one sign-in serves both doors": """
            wagtailadmin_password_reset wagtailadmin_password_reset_done wagtailadmin_password_reset_confirm
            wagtailadmin_password_reset_complete
        """,
    },
    302: {
        "one sign-in serves both doors": """
            admin/login/ admin:login cms/login/ wagtailadmin_login admin/password_change/ admin:password_change
        """,
        "an error on demand is not for a real site": "cms/failwhale/ wagtailadmin_error_test",
        "leads to a page of this table": """
            admin:view_on_site admin:appointments_availabilityrule_changelist admin:appointments_availabilityrule_add
            admin:appointments_extrasession_changelist admin:appointments_extrasession_add
            admin:appointments_timeoff_changelist admin:appointments_timeoff_add
            admin:appointments_virtualroom_changelist admin:appointments_virtualroom_add
            wagtailadmin_api:pages:find wagtailadmin_pages:revisions_index wagtailsnippets:index
        """,
        "it's put out of use, and a second person approves that": """
            wagtailsnippets_physicians_dangerphrase:delete wagtailsnippets_physicians_dangerphrase:unpublish
            wagtailsnippets_physicians_dangerphrase:revisions_unschedule
        """,
        "there is one row": """
            wagtailsnippets_appointments_requestwording:add wagtailsnippets_appointments_requestwording:delete
            wagtailsnippets_appointments_requestwording:preview_on_add
            wagtailsnippets_physicians_organization:add wagtailsnippets_physicians_organization:delete
        """,
    },
}


def who_may():
    """Return the groups that get each address, by its name."""
    table = {f"admin:{name}": letters for letters, names in DESK.items() for name in names.split()}
    table |= {name: letters for letters, names in CMS.items() for name in names.split()}
    for model, views in SNIPPETS.items():
        table |= {f"wagtailsnippets_{model}:{view}": who for who, names in views.items() for view in names.split()}
        table |= {f"wagtailsnippetchoosers_{model}:{view}": "edrp" for view in CHOOSING.split()}
        table[f"wagtailsnippetchoosers_{model}:create"] = MAY_ADD.get(model, "d")
    return {name: {GROUPS[letter] for letter in letters} for name, letters in table.items()}


def no_page():
    """Return the status that takes the place of a page, by the address's name."""
    return {
        name: status for status, reasons in NO_PAGE.items() for names in reasons.values() for name in names.split()
    }
