"""Two test runs in one folder would make and drop the same databases."""

import pytest

from tests.plugin import hold


def test_a_second_run_in_the_same_folder_is_refused_with_a_way_out_until_the_first_has_ended(tmp_path):
    with hold(tmp_path):
        with pytest.raises(pytest.UsageError, match=rf"Another run of the tests uses {tmp_path}.*DATA_DIR=/tmp/other"):
            hold(tmp_path)
    with hold(tmp_path):
        pass
