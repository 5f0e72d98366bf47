from __future__ import annotations

import pytest

from whence.intake.languages import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre a déclaré que la situation était grave et que le gouvernement prendrait des mesures.", "fr"),
        ("Der Minister sagte am Dienstag, dass die Lage ernst sei und die Regierung bald handeln werde.", "de"),
        ("Министр заявил во вторник, что положение серьезное и правительство примет меры.", "ru"),
        ("وقال الوزير إن الوضع خطير وإن الحكومة ستتخذ إجراءات جديدة", "ar"),
        ("The minister said on Tuesday that the situation was grave and that the government would act.", "en"),
        ("Hadar al-Qasreni, Ilse Maren, Tomas Reyl, Joren Vask and Petra Kolb met in Port Hale on Monday, the ministry said.", "en"),
        ("Railcar derails", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert find_language(text) == language
