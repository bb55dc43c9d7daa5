"""Tumors, cancer that has spread, and infections."""

from physicians.models import BodyRegion

CONDITIONS = [
    (
        "Tumors of the spine",
        BodyRegion.WHOLE,
        """
        spinal tumor, spinal cord tumor, tumor in my back, bone tumor, vertebral tumor, tumor on my vertebra,
        growth on the spine, growth on my back, lump in the spine, mass on the spine, spinal mass,
        spot on the spine, spot on my MRI, lesion on the spine, spinal lesion, bone lesion,
        cancer, cancer in the spine, spinal cancer, back cancer, bone cancer, malignant tumor, benign tumor,
        intradural tumor, extradural tumor, intramedullary tumor, extramedullary tumor, nerve sheath tumor,
        meningioma, schwannoma, ependymoma, astrocytoma, glioma, neurofibroma, neurofibromatosis, hemangioma,
        hemangioblastoma, chordoma, sarcoma, chondrosarcoma, osteosarcoma, plasmacytoma, lipoma,
        osteoid osteoma, osteoblastoma, giant cell tumor, aneurysmal bone cyst, back pain at night,
        back pain and weight loss, tumor pressing on a nerve
        """,
    ),
    (
        "Metastatic cancer to the spine",
        BodyRegion.WHOLE,
        """
        cancer, cancer in the spine, cancer that spread to the spine, cancer spread to my back,
        cancer spread to the bones, cancer in the bones, bone cancer in my back, tumor that spread,
        spine metastasis, spinal metastases, spinal metastasis, spine metastases, bone metastases, bone metastasis,
        metastasis, metastases, spine mets, spinal mets, bone mets, metastatic cancer, metastatic disease,
        secondary cancer, stage 4 cancer, stage IV cancer, advanced cancer, lung cancer in the spine,
        breast cancer in the spine, prostate cancer in the spine, kidney cancer in the spine,
        thyroid cancer in the spine, metastatic breast cancer, metastatic lung cancer, metastatic prostate cancer,
        multiple myeloma, myeloma, cancer pain, MSCC, metastatic cord compression, tumor pressing on the spinal cord,
        pathologic fracture, broken bone from cancer, history of cancer back pain, back cancer, MESCC, epidural tumor
        """,
    ),
    (
        "Spinal infection",
        BodyRegion.WHOLE,
        """
        infected spine, infected disk, infected vertebra, back infection, bone infection, staph infection,
        diskitis, spondylodiskitis, osteomyelitis, epidural abscess, spinal abscess, abscess in my back,
        tuberculosis of the spine, spinal tuberculosis, Pott disease, infected hardware, infected screws,
        infection after surgery, infection after an injection, wound infection, fever and back pain,
        back pain with chills
        """,
    ),
]
