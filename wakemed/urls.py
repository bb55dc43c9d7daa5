"""Every address of the site. Wagtail's catch-all comes last."""

from django.conf import settings
from django.contrib import admin
from django.templatetags.static import static
from django.urls import include, path, re_path
from django.utils.functional import lazy
from django.views.generic import RedirectView, TemplateView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from physicians.directory_sitemaps import SITEMAPS
from spine.pages.page_sitemap import PageSitemap

from .signin.start_page import staff_start
from .web import health
from .web.security_contact import SecurityContactView

urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain"), name="robots"),
    path("favicon.ico", RedirectView.as_view(url=lazy(static, str)("favicon.svg")), name="favicon"),
    path(".well-known/security.txt", SecurityContactView.as_view(), name="security_txt"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PageSitemap, **SITEMAPS}}, name="sitemap"),
    path("staff/", staff_start, name="staff_start"),
    # Django's and Wagtail's own sign-in pages would accept a password alone; wakemed.signin.doors guards both.
    path("admin/login/", RedirectView.as_view(pattern_name="staff_start")),
    path("admin/password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("admin/", admin.site.urls),
    path("cms/login/", RedirectView.as_view(pattern_name="staff_start")),
    path("cms/failwhale/", RedirectView.as_view(pattern_name="wagtailadmin_home")),  # Wagtail's fails on demand
    path("cms/pages/", include("wakemed.web.root_page")),
    path("cms/pages/", include("spine.four_eyes.page_editor")),
    path("cms/", include(wagtailadmin_urls)),
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/", include("wakemed.signin.urls")),
    path("find-a-doctor/", include("physicians.urls")),
    path("locations/", include("physicians.location_urls")),
    path("appointments/", include("appointments.urls")),
    path("", include("spine.urls")),
]

if settings.DEVELOPMENT_PAGES:
    from django.views.static import serve

    urlpatterns += [
        path("dev/", include("wakemed.dev.urls")),
        # Images only: documents are handed out by Wagtail, which makes downloads of them.
        re_path(r"^media/(?P<path>(?:images|original_images)/.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
    ]

urlpatterns.append(path("", include(wagtail_urls)))

handler400 = "wakemed.web.errors.bad_request"
handler403 = "wakemed.web.errors.permission_denied"
handler404 = "wakemed.web.errors.page_not_found"
handler500 = "wakemed.web.errors.server_error"
