-- SPDX-FileCopyrightText: 2026 Clearway contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A register as version 1 of the schema wrote it. Never made anew: later versions must open this very content.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE register (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    id TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
INSERT INTO register VALUES(1,'3b8b964c-985f-41b9-bb43-1ed43acfe7c3','2025-06-01T00:00:01.000Z');
CREATE TABLE cases (
    id TEXT PRIMARY KEY NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    search TEXT NOT NULL, 
    state TEXT NOT NULL CHECK (state IN ('draft', 'finished')),
    outcome TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 0), 
    started TEXT NOT NULL,
    changed TEXT NOT NULL,
    imported INTEGER NOT NULL CHECK (imported IN (0, 1)),
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
INSERT INTO cases VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57','CW-YVVG-S55J','Paper on fibre lasers',replace('paper on fibre lasers\ncw-yvvg-s55j','\n',char(10)),'draft','',2,'2025-06-01T00:00:02.000Z','2025-06-01T00:00:15.000Z',0,0);
INSERT INTO cases VALUES('9eff5375-df49-4a05-8e88-f1b5f1f617f9','CW-2222-3333','From elsewhere',replace('from elsewhere\ncw-2222-3333','\n',char(10)),'finished','permit-unlikely',2,'2025-06-01T00:00:16.000Z','2025-06-01T00:00:16.000Z',1,0);
INSERT INTO cases VALUES('287449d6-0189-4566-90a3-1cc0615277b6','CW-S3G5-SSSN','Given up',replace('given up\ncw-s3g5-sssn','\n',char(10)),'draft','',0,'2025-06-01T00:00:17.000Z','2025-06-01T00:00:19.000Z',0,1);
CREATE TABLE revisions (
    case_id TEXT NOT NULL REFERENCES cases (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    state TEXT NOT NULL CHECK (state IN ('draft', 'finished')),
    title TEXT NOT NULL,
    outcome TEXT NOT NULL,
    imported INTEGER NOT NULL CHECK (imported IN (0, 1)),
    started TEXT NOT NULL,
    shown TEXT, 
    about TEXT NOT NULL,
    structure TEXT NOT NULL,
    catalogue_hash TEXT NOT NULL,
    catalogue_version TEXT NOT NULL,
    finished TEXT,
    fingerprint TEXT,
    document BLOB,
    PRIMARY KEY (case_id, revision),
    CHECK ((state = 'finished') = (finished IS NOT NULL)),
    CHECK ((state = 'finished') = (fingerprint IS NOT NULL)),
    CHECK ((state = 'finished') = (document IS NOT NULL))
) STRICT;
INSERT INTO revisions VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',1,'finished','Paper on fibre lasers','permit-unlikely',0,'2025-06-01T00:00:02.000Z','2025-06-01T00:00:08.000Z','{"assessor":"R. Esearcher","purpose":"Publication"}','{"activities":[{"id":"a1","items":["i1","i2"],"recipients":["r1"],"title":"Mail the draft to Kyōto"}],"items":[{"id":"i1","looked":{"opened":["5A001"],"rejected":[{"because":"too slow","code":"5A001.b"}],"searches":["laser"]},"points":"0","title":"The draft"},{"id":"i2","points":"2"}],"on":"2025-06-01","recipients":[{"id":"r1","title":"A co-author"}]}','c0ffee','0.1.0','2025-06-02T10:00:00.000Z','75cf9c72f105ec00059c3462541aceadf26cc16ac1f05500fd9eb4ff6ecd9600',X'7b0a202020202266696e6765727072696e74223a202237356366396337326631303565633030303539633334363235343161636561646632366363313661633166303535303066643965623466663665636439363030222c0a202020202266696e6973686564223a2022323032352d30362d30325431303a30303a30302e3030305a222c0a2020202022666f726d6174223a2022636c6561727761792e6173736573736d656e742f31222c0a20202020226f7574636f6d65223a20227065726d69742d756e6c696b656c79222c0a20202020227265666572656e6365223a202243572d595656472d5335354a222c0a20202020227265766973696f6e223a20312c0a20202020227469746c65223a20225061706572206f6e206669627265206c6173657273220a7d0a');
INSERT INTO revisions VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',2,'draft','Paper on fibre lasers','',0,'2025-06-01T00:00:14.000Z',NULL,'{"assessor":"R. Esearcher","purpose":"Publication"}','{"activities":[{"id":"a1","items":["i1","i2"],"recipients":["r1"],"title":"Mail the draft to Kyōto"}],"items":[{"id":"i1","looked":{"opened":["5A001"],"rejected":[{"because":"too slow","code":"5A001.b"}],"searches":["laser"]},"points":"0","title":"The draft"},{"id":"i2","points":"2"}],"on":"2025-06-01","recipients":[{"id":"r1","title":"A co-author"}]}','c0ffee','0.1.0',NULL,NULL,NULL);
INSERT INTO revisions VALUES('9eff5375-df49-4a05-8e88-f1b5f1f617f9',2,'finished','From elsewhere','permit-unlikely',1,'2025-06-01T00:00:16.000Z',NULL,'{}','{"activities":[{"id":"a1","items":["i1","i2"],"recipients":["r1"],"title":"Mail the draft to Kyōto"}],"items":[{"id":"i1","looked":{"opened":["5A001"],"rejected":[{"because":"too slow","code":"5A001.b"}],"searches":["laser"]},"points":"0","title":"The draft"},{"id":"i2","points":"2"}],"on":"2025-06-01","recipients":[{"id":"r1","title":"A co-author"}]}','c0ffee','0.1.0','2025-06-02T10:00:00.000Z','ad2d08cfe7fa7a0341afaf28bba100cbca1dd9f6226ba61dc753db99bbb19713',X'7b0a202020202266696e6765727072696e74223a202261643264303863666537666137613033343161666166323862626131303063626361316464396636323236626136316463373533646239396262623139373133222c0a202020202266696e6973686564223a2022323032352d30362d30325431303a30303a30302e3030305a222c0a2020202022666f726d6174223a2022636c6561727761792e6173736573736d656e742f31222c0a20202020226f7574636f6d65223a20227065726d69742d756e6c696b656c79222c0a20202020227265666572656e6365223a202243572d323232322d33333333222c0a20202020227265766973696f6e223a20322c0a20202020227469746c65223a202246726f6d20656c73657768657265220a7d0a');
CREATE TABLE answers (
    case_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    fact TEXT NOT NULL,
    holder TEXT NOT NULL, 
    point INTEGER NOT NULL CHECK (point >= -1),
    value TEXT NOT NULL,
    note TEXT NOT NULL,
    source TEXT NOT NULL,
    said_by TEXT NOT NULL,
    another_look INTEGER NOT NULL CHECK (another_look IN (0, 1)),
    PRIMARY KEY (case_id, revision, fact, holder, point),
    FOREIGN KEY (case_id, revision) REFERENCES revisions (case_id, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO answers VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',1,'case.sanctions','',-1,'"no"','','','',0);
INSERT INTO answers VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',1,'item.entries','i1',-1,'["5A001.b","5E001"]','','','',0);
INSERT INTO answers VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',1,'item.kind','i1',-1,'"technology"','As agreed','clause 4','R.E.',1);
INSERT INTO answers VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',1,'recipient.place','r1',-1,'"JP"','','','',0);
INSERT INTO answers VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',2,'case.sanctions','',-1,'"no"','','','',0);
INSERT INTO answers VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',2,'item.entries','i1',-1,'["5A001.b","5E001"]','','','',0);
INSERT INTO answers VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',2,'item.kind','i1',-1,'"technology"','As agreed','clause 4','R.E.',1);
INSERT INTO answers VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',2,'recipient.place','r1',-1,'"unsure"','','','',0);
INSERT INTO answers VALUES('9eff5375-df49-4a05-8e88-f1b5f1f617f9',2,'case.sanctions','',-1,'true','','','',0);
CREATE TABLE late_changes (
    case_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    at TEXT NOT NULL,
    fact TEXT NOT NULL,
    holder TEXT NOT NULL,
    point INTEGER NOT NULL CHECK (point >= -1),
    before TEXT NOT NULL,
    after TEXT, 
    reason TEXT NOT NULL,
    PRIMARY KEY (case_id, revision, number),
    FOREIGN KEY (case_id, revision) REFERENCES revisions (case_id, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO late_changes VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',1,1,'2025-06-01T00:00:09.000Z','recipient.place','r1',-1,'"DE"','"JP"','They moved');
INSERT INTO late_changes VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',1,2,'2025-06-01T00:00:10.000Z','sample_rate','i2',1,'"3 GHz"',NULL,'A slip of the pen');
CREATE TABLE audit (
    case_id TEXT NOT NULL REFERENCES cases (id),
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    before TEXT,
    after TEXT,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (case_id, sequence)
) STRICT;
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',1,'2025-06-01T00:00:02.000Z','tester','create-case',NULL,'{"about":{"assessor":"R. Esearcher","purpose":"Publication"},"answers":[],"catalogue_hash":"c0ffee","catalogue_version":"0.1.0","reference":"CW-YVVG-S55J","revision":"1","structure":{"activities":[{"id":"a1","items":["i1","i2"],"recipients":["r1"],"title":"Mail the draft to Kyōto"}],"items":[{"id":"i1","looked":{"opened":["5A001"],"rejected":[{"because":"too slow","code":"5A001.b"}],"searches":["laser"]},"points":"0","title":"The draft"},{"id":"i2","points":"2"}],"on":"2025-06-01","recipients":[{"id":"r1","title":"A co-author"}]},"title":"Paper on lasers"}','0000000000000000000000000000000000000000000000000000000000000000','31c6aab10adc62e34ae8325f509598707ae92bc18394bb7dc428f22c201cda21');
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',2,'2025-06-01T00:00:03.000Z','tester','save-answers','{"answers":[],"revision":"1"}','{"answers":[{"fact":"case.sanctions","holder":"","point":"-1","value":"no"}],"late":[],"removed":[],"revision":"1"}','31c6aab10adc62e34ae8325f509598707ae92bc18394bb7dc428f22c201cda21','616193119366b93c3c2f607bac2a44fd422d8b002d71b58848f898ac191ae3cb');
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',3,'2025-06-01T00:00:04.000Z','tester','save-answers','{"answers":[],"revision":"1"}','{"answers":[{"fact":"item.kind","holder":"i1","needs_another_look":true,"note":"As agreed","point":"-1","said_by":"R.E.","source":"clause 4","value":"technology"}],"late":[],"removed":[],"revision":"1"}','616193119366b93c3c2f607bac2a44fd422d8b002d71b58848f898ac191ae3cb','12102d33eed6f041523654e3dbaa0c76eca7612ff8a3e2dedbd1fe09a1e1d4c2');
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',4,'2025-06-01T00:00:05.000Z','tester','save-answers','{"answers":[],"revision":"1"}','{"answers":[{"fact":"sample_rate","holder":"i2","point":"1","value":"3 GHz"}],"late":[],"removed":[],"revision":"1"}','12102d33eed6f041523654e3dbaa0c76eca7612ff8a3e2dedbd1fe09a1e1d4c2','13ed2a7ae2b7844637cb011a797608703f47b07320017810d85678f3679887c0');
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',5,'2025-06-01T00:00:06.000Z','tester','save-answers','{"answers":[],"revision":"1"}','{"answers":[{"fact":"item.entries","holder":"i1","point":"-1","value":["5A001.b","5E001"]}],"late":[],"removed":[],"revision":"1"}','13ed2a7ae2b7844637cb011a797608703f47b07320017810d85678f3679887c0','57b4b9c6f63d0f178e6275e4b17d555ce8c56da5544e93e6c42d81d62d0fb502');
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',6,'2025-06-01T00:00:07.000Z','tester','save-answers','{"answers":[],"revision":"1"}','{"answers":[{"fact":"recipient.place","holder":"r1","point":"-1","value":"DE"}],"late":[],"removed":[],"revision":"1"}','57b4b9c6f63d0f178e6275e4b17d555ce8c56da5544e93e6c42d81d62d0fb502','a2f1fb23a892014a09a1a9f056a34fda37e26a30349f91dc3672bb7894930bd4');
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',7,'2025-06-01T00:00:08.000Z','tester','show-result','{"outcome":"","revision":"1","shown":null}','{"outcome":"permit-unlikely","revision":"1","shown":"2025-06-01T00:00:08.000Z"}','a2f1fb23a892014a09a1a9f056a34fda37e26a30349f91dc3672bb7894930bd4','2f2ee69b58bb332a079a23ca1ae11f0eaa5fc4560eff9ff68a46cc3d04d90463');
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',8,'2025-06-01T00:00:09.000Z','tester','save-answers','{"answers":[{"fact":"recipient.place","holder":"r1","point":"-1","value":"DE"}],"revision":"1"}','{"answers":[{"fact":"recipient.place","holder":"r1","point":"-1","value":"JP"}],"late":[{"after":"JP","before":"DE","fact":"recipient.place","holder":"r1","number":"1","point":"-1","reason":"They moved"}],"removed":[],"revision":"1"}','2f2ee69b58bb332a079a23ca1ae11f0eaa5fc4560eff9ff68a46cc3d04d90463','3e7be408a3a934d3a00d488da88e2ce981d0628e23d3c72161e8654cd0bca0e1');
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',9,'2025-06-01T00:00:10.000Z','tester','save-answers','{"answers":[{"fact":"sample_rate","holder":"i2","point":"1","value":"3 GHz"}],"revision":"1"}','{"answers":[],"late":[{"after":null,"before":"3 GHz","fact":"sample_rate","holder":"i2","number":"2","point":"1"}],"removed":[{"fact":"sample_rate","holder":"i2","point":"1"}],"revision":"1"}','3e7be408a3a934d3a00d488da88e2ce981d0628e23d3c72161e8654cd0bca0e1','f564b77d5f3b771069ba205731256a9fe26073b8463933eb05b45436ca436810');
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',10,'2025-06-01T00:00:11.000Z','tester','explain-change','{"number":"2","reason":"","revision":"1"}','{"number":"2","reason":"A slip of the pen","revision":"1"}','f564b77d5f3b771069ba205731256a9fe26073b8463933eb05b45436ca436810','820801b121b59c70cbd49602ba95048fbdded2534a957057f6c7eda06bdb0120');
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',11,'2025-06-01T00:00:12.000Z','tester','rename','{"revision":"1","title":"Paper on lasers"}','{"revision":"1","title":"Paper on fibre lasers"}','820801b121b59c70cbd49602ba95048fbdded2534a957057f6c7eda06bdb0120','b5c4586e91e4f8b8e3b0e5f64ffcfa4405c826881e36ef1db6a9efedacad22a3');
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',12,'2025-06-01T00:00:13.000Z','tester','finish','{"catalogue_hash":"c0ffee","catalogue_version":"0.1.0","document":null,"fingerprint":null,"finished":null,"outcome":"permit-unlikely","revision":"1","state":"draft","title":"Paper on fibre lasers"}','{"catalogue_hash":"c0ffee","catalogue_version":"0.1.0","document":"971414b34d5e2ac4cb562f2763f116b561e59b5b96c51bfdba9309a0ace265fe","fingerprint":"75cf9c72f105ec00059c3462541aceadf26cc16ac1f05500fd9eb4ff6ecd9600","finished":"2025-06-02T10:00:00.000Z","outcome":"permit-unlikely","revision":"1","state":"finished","title":"Paper on fibre lasers"}','b5c4586e91e4f8b8e3b0e5f64ffcfa4405c826881e36ef1db6a9efedacad22a3','aa6eb742fcd3a6b69ee9fdac1d0d4fe2825fe8e8110a92c0e6393aad93a8e805');
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',13,'2025-06-01T00:00:14.000Z','tester','open-revision',NULL,'{"from":"1","revision":"2"}','aa6eb742fcd3a6b69ee9fdac1d0d4fe2825fe8e8110a92c0e6393aad93a8e805','d76c9ef73e403375bf00e61cff87b644439811c48e0cc55b7f761376385331dc');
INSERT INTO audit VALUES('76f24b78-7068-4df8-ba3f-2e1878cead57',14,'2025-06-01T00:00:15.000Z','tester','save-answers','{"answers":[{"fact":"recipient.place","holder":"r1","point":"-1","value":"JP"}],"revision":"2"}','{"answers":[{"fact":"recipient.place","holder":"r1","point":"-1","value":"unsure"}],"late":[],"removed":[],"revision":"2"}','d76c9ef73e403375bf00e61cff87b644439811c48e0cc55b7f761376385331dc','1d37eed5ddc0304d0a5a4af3fc59290339e57df7e665130567419ed909a18a05');
INSERT INTO audit VALUES('9eff5375-df49-4a05-8e88-f1b5f1f617f9',1,'2025-06-01T00:00:16.000Z','tester','import-document',NULL,'{"about":{},"answers":[{"fact":"case.sanctions","holder":"","point":"-1","value":true}],"catalogue_hash":"c0ffee","catalogue_version":"0.1.0","document":"94444ea608d20282e0761a9698f09f4911a9f6a2a17ffb1bbb621b95e33c3e99","fingerprint":"ad2d08cfe7fa7a0341afaf28bba100cbca1dd9f6226ba61dc753db99bbb19713","finished":"2025-06-02T10:00:00.000Z","outcome":"permit-unlikely","reference":"CW-2222-3333","revision":"2","state":"finished","structure":{"activities":[{"id":"a1","items":["i1","i2"],"recipients":["r1"],"title":"Mail the draft to Kyōto"}],"items":[{"id":"i1","looked":{"opened":["5A001"],"rejected":[{"because":"too slow","code":"5A001.b"}],"searches":["laser"]},"points":"0","title":"The draft"},{"id":"i2","points":"2"}],"on":"2025-06-01","recipients":[{"id":"r1","title":"A co-author"}]},"title":"From elsewhere"}','0000000000000000000000000000000000000000000000000000000000000000','039eeefb98ace5646305facddb816e50807f2c64b5b3db5b54e3ad58f25120b5');
INSERT INTO audit VALUES('287449d6-0189-4566-90a3-1cc0615277b6',1,'2025-06-01T00:00:17.000Z','tester','create-case',NULL,'{"about":{"assessor":"R. Esearcher","purpose":"Publication"},"answers":[],"catalogue_hash":"c0ffee","catalogue_version":"0.1.0","reference":"CW-S3G5-SSSN","revision":"1","structure":{"activities":[{"id":"a1","items":["i1","i2"],"recipients":["r1"],"title":"Mail the draft to Kyōto"}],"items":[{"id":"i1","looked":{"opened":["5A001"],"rejected":[{"because":"too slow","code":"5A001.b"}],"searches":["laser"]},"points":"0","title":"The draft"},{"id":"i2","points":"2"}],"on":"2025-06-01","recipients":[{"id":"r1","title":"A co-author"}]},"title":"Given up"}','0000000000000000000000000000000000000000000000000000000000000000','3a4cfb6996d2de0dcea9929158040ca57cc6d356443d8eb9e55cf4c72e002048');
INSERT INTO audit VALUES('287449d6-0189-4566-90a3-1cc0615277b6',2,'2025-06-01T00:00:18.000Z','tester','save-answers','{"answers":[],"revision":"1"}','{"answers":[{"fact":"case.sanctions","holder":"","point":"-1","value":"no"}],"late":[],"removed":[],"revision":"1"}','3a4cfb6996d2de0dcea9929158040ca57cc6d356443d8eb9e55cf4c72e002048','d3308f3b530a733fb9f33b0b17bbbb71db88eae53cb4deb9315a5cf5ba26be91');
INSERT INTO audit VALUES('287449d6-0189-4566-90a3-1cc0615277b6',3,'2025-06-01T00:00:19.000Z','tester','remove-draft','{"about":{"assessor":"R. Esearcher","purpose":"Publication"},"answers":[{"fact":"case.sanctions","holder":"","point":"-1","value":"no"}],"catalogue_hash":"c0ffee","catalogue_version":"0.1.0","late":[],"outcome":"","revision":"1","shown":null,"structure":{"activities":[{"id":"a1","items":["i1","i2"],"recipients":["r1"],"title":"Mail the draft to Kyōto"}],"items":[{"id":"i1","looked":{"opened":["5A001"],"rejected":[{"because":"too slow","code":"5A001.b"}],"searches":["laser"]},"points":"0","title":"The draft"},{"id":"i2","points":"2"}],"on":"2025-06-01","recipients":[{"id":"r1","title":"A co-author"}]},"title":"Given up"}',NULL,'d3308f3b530a733fb9f33b0b17bbbb71db88eae53cb4deb9315a5cf5ba26be91','40c0e2d8bb8b80f912adf26125cbb573fff1dd1b1ff34004c8a201f4c9590484');
CREATE TABLE heads (
    sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
    case_id TEXT NOT NULL,
    case_sequence INTEGER NOT NULL,
    case_head TEXT NOT NULL,
    previous TEXT NOT NULL,
    head TEXT NOT NULL,
    UNIQUE (case_id, case_sequence),
    FOREIGN KEY (case_id, case_sequence) REFERENCES audit (case_id, sequence)
) STRICT;
INSERT INTO heads VALUES(1,'76f24b78-7068-4df8-ba3f-2e1878cead57',1,'31c6aab10adc62e34ae8325f509598707ae92bc18394bb7dc428f22c201cda21','f50c5250e6d794afd399d64e67f7daad41f90c4492cda8250e4dd61fbff2fb54','4e195cb85e37017bd2aea5a77b3c6d0925b81fb11cbce24d5de926a683805303');
INSERT INTO heads VALUES(2,'76f24b78-7068-4df8-ba3f-2e1878cead57',2,'616193119366b93c3c2f607bac2a44fd422d8b002d71b58848f898ac191ae3cb','4e195cb85e37017bd2aea5a77b3c6d0925b81fb11cbce24d5de926a683805303','cd4ca9cbc22cbdfbaf8a2f2d2686d1ab1304d2307d98ac438eeb52004147bc16');
INSERT INTO heads VALUES(3,'76f24b78-7068-4df8-ba3f-2e1878cead57',3,'12102d33eed6f041523654e3dbaa0c76eca7612ff8a3e2dedbd1fe09a1e1d4c2','cd4ca9cbc22cbdfbaf8a2f2d2686d1ab1304d2307d98ac438eeb52004147bc16','bd92ccc932b10555845d2927af930a69d496dd20fb977a9ce0705d663af8d73f');
INSERT INTO heads VALUES(4,'76f24b78-7068-4df8-ba3f-2e1878cead57',4,'13ed2a7ae2b7844637cb011a797608703f47b07320017810d85678f3679887c0','bd92ccc932b10555845d2927af930a69d496dd20fb977a9ce0705d663af8d73f','cbb8f2dfc4a88b54df9557fc7e6c29da7acae577642fec07013f18147e1e32be');
INSERT INTO heads VALUES(5,'76f24b78-7068-4df8-ba3f-2e1878cead57',5,'57b4b9c6f63d0f178e6275e4b17d555ce8c56da5544e93e6c42d81d62d0fb502','cbb8f2dfc4a88b54df9557fc7e6c29da7acae577642fec07013f18147e1e32be','6a6afc1d9fc1c6ee66c3847c6ef5329776e25ba022bdc349600bb1e38a71b676');
INSERT INTO heads VALUES(6,'76f24b78-7068-4df8-ba3f-2e1878cead57',6,'a2f1fb23a892014a09a1a9f056a34fda37e26a30349f91dc3672bb7894930bd4','6a6afc1d9fc1c6ee66c3847c6ef5329776e25ba022bdc349600bb1e38a71b676','a8b3326bf344a1f9cd0a9951c514cc2ee7e2edff17ec17037294464378f36608');
INSERT INTO heads VALUES(7,'76f24b78-7068-4df8-ba3f-2e1878cead57',7,'2f2ee69b58bb332a079a23ca1ae11f0eaa5fc4560eff9ff68a46cc3d04d90463','a8b3326bf344a1f9cd0a9951c514cc2ee7e2edff17ec17037294464378f36608','1e3a9cf52717ff5cdf05d4de946415602e72b65349aaabaf16c1d677bf0ab2f4');
INSERT INTO heads VALUES(8,'76f24b78-7068-4df8-ba3f-2e1878cead57',8,'3e7be408a3a934d3a00d488da88e2ce981d0628e23d3c72161e8654cd0bca0e1','1e3a9cf52717ff5cdf05d4de946415602e72b65349aaabaf16c1d677bf0ab2f4','f5ae68d7ec37b9c218c3b7b7f9d98d12266212e092ae61c6dcef80f508a936ca');
INSERT INTO heads VALUES(9,'76f24b78-7068-4df8-ba3f-2e1878cead57',9,'f564b77d5f3b771069ba205731256a9fe26073b8463933eb05b45436ca436810','f5ae68d7ec37b9c218c3b7b7f9d98d12266212e092ae61c6dcef80f508a936ca','f9029e6e49d1f952052338ab5445e0427d863958131576058f3fd34e8985cf27');
INSERT INTO heads VALUES(10,'76f24b78-7068-4df8-ba3f-2e1878cead57',10,'820801b121b59c70cbd49602ba95048fbdded2534a957057f6c7eda06bdb0120','f9029e6e49d1f952052338ab5445e0427d863958131576058f3fd34e8985cf27','e1d17a5b22436fd132e96c744ca087b92b083237e3a787c4b9b0693485ce9aff');
INSERT INTO heads VALUES(11,'76f24b78-7068-4df8-ba3f-2e1878cead57',11,'b5c4586e91e4f8b8e3b0e5f64ffcfa4405c826881e36ef1db6a9efedacad22a3','e1d17a5b22436fd132e96c744ca087b92b083237e3a787c4b9b0693485ce9aff','f8d89d5f9ae722ea40ce82bbdc0c7a0f806a72bb65f6aff37a9e9c92e6cc690d');
INSERT INTO heads VALUES(12,'76f24b78-7068-4df8-ba3f-2e1878cead57',12,'aa6eb742fcd3a6b69ee9fdac1d0d4fe2825fe8e8110a92c0e6393aad93a8e805','f8d89d5f9ae722ea40ce82bbdc0c7a0f806a72bb65f6aff37a9e9c92e6cc690d','df4838b732adeb70d145866aa3ee2ec4bb5813dc697fe1bb900c6ef67dbb1210');
INSERT INTO heads VALUES(13,'76f24b78-7068-4df8-ba3f-2e1878cead57',13,'d76c9ef73e403375bf00e61cff87b644439811c48e0cc55b7f761376385331dc','df4838b732adeb70d145866aa3ee2ec4bb5813dc697fe1bb900c6ef67dbb1210','2bf6641c628e8d4cc05b8a9fa6902c5b1d50745c670648401273ddf205baa929');
INSERT INTO heads VALUES(14,'76f24b78-7068-4df8-ba3f-2e1878cead57',14,'1d37eed5ddc0304d0a5a4af3fc59290339e57df7e665130567419ed909a18a05','2bf6641c628e8d4cc05b8a9fa6902c5b1d50745c670648401273ddf205baa929','35c157594bf3e11d1eb3c66691816e43246798b68b9666639e13766f88b010ac');
INSERT INTO heads VALUES(15,'9eff5375-df49-4a05-8e88-f1b5f1f617f9',1,'039eeefb98ace5646305facddb816e50807f2c64b5b3db5b54e3ad58f25120b5','35c157594bf3e11d1eb3c66691816e43246798b68b9666639e13766f88b010ac','9d94fd08f3f991ff343b35003e7229aec3da607fcda550408c4749df951e0a6b');
INSERT INTO heads VALUES(16,'287449d6-0189-4566-90a3-1cc0615277b6',1,'3a4cfb6996d2de0dcea9929158040ca57cc6d356443d8eb9e55cf4c72e002048','9d94fd08f3f991ff343b35003e7229aec3da607fcda550408c4749df951e0a6b','a391c075dda0e1d90bd6c8a3e461c423ff876e4ff1b1a17431a17fbfe84b4bab');
INSERT INTO heads VALUES(17,'287449d6-0189-4566-90a3-1cc0615277b6',2,'d3308f3b530a733fb9f33b0b17bbbb71db88eae53cb4deb9315a5cf5ba26be91','a391c075dda0e1d90bd6c8a3e461c423ff876e4ff1b1a17431a17fbfe84b4bab','45b8372ad6f88adb4580e84714e02f794199efd189e4e1e6acb694f580df18a0');
INSERT INTO heads VALUES(18,'287449d6-0189-4566-90a3-1cc0615277b6',3,'40c0e2d8bb8b80f912adf26125cbb573fff1dd1b1ff34004c8a201f4c9590484','45b8372ad6f88adb4580e84714e02f794199efd189e4e1e6acb694f580df18a0','1eb0b45df7dc0ed6edf4c4bc3276327d6f63ede32d0cc657de5e091f0868b992');
CREATE TABLE catalogues (
    hash TEXT PRIMARY KEY NOT NULL,
    version TEXT NOT NULL,
    archived TEXT NOT NULL,
    content TEXT NOT NULL, 
    sources BLOB NOT NULL  
) STRICT;
INSERT INTO catalogues VALUES('c0ffee','0.1.0','2025-06-01T00:00:20.000Z','cc9112361ec9cceffd4cee3cfd6c817ebd7a4ab627341210bb865ad87153ce01',X'000003b678da4bcd2b29ca4c2db65248cc4b5128ce57c8cfe34a1d151a151a151acc4200a5fa4830');
CREATE TABLE settings (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;
CREATE TRIGGER audit_is_in_order BEFORE INSERT ON audit
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit WHERE case_id = NEW.case_id)
BEGIN
    SELECT RAISE(ABORT, 'the audit has a row of this number or misses the one before');
END;
CREATE TRIGGER heads_are_not_changed BEFORE UPDATE ON heads
BEGIN
    SELECT RAISE(ABORT, 'the heads are append-only');
END;
CREATE TRIGGER heads_are_not_deleted BEFORE DELETE ON heads
BEGIN
    SELECT RAISE(ABORT, 'the heads are append-only');
END;
CREATE TRIGGER heads_are_in_order BEFORE INSERT ON heads
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM heads)
BEGIN
    SELECT RAISE(ABORT, 'the heads have a row of this number or miss the one before');
END;
CREATE TRIGGER finished_is_not_changed BEFORE UPDATE ON revisions
WHEN OLD.state = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;
CREATE TRIGGER finished_is_not_deleted BEFORE DELETE ON revisions
WHEN OLD.state = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;
CREATE TRIGGER finished_is_not_replaced BEFORE INSERT ON revisions
WHEN EXISTS (SELECT 1 FROM revisions WHERE case_id = NEW.case_id AND revision = NEW.revision)
BEGIN
    SELECT RAISE(ABORT, 'this revision is there already');
END;
CREATE TRIGGER finished_gets_no_answer BEFORE INSERT ON answers
WHEN (SELECT state FROM revisions WHERE case_id = NEW.case_id AND revision = NEW.revision) = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;
CREATE TRIGGER finished_keeps_its_answers BEFORE UPDATE ON answers
WHEN (SELECT state FROM revisions WHERE case_id = OLD.case_id AND revision = OLD.revision) = 'finished'
    OR (SELECT state FROM revisions WHERE case_id = NEW.case_id AND revision = NEW.revision) = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;
CREATE TRIGGER finished_loses_no_answer BEFORE DELETE ON answers
WHEN (SELECT state FROM revisions WHERE case_id = OLD.case_id AND revision = OLD.revision) = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;
CREATE TRIGGER finished_gets_no_late_change BEFORE INSERT ON late_changes
WHEN (SELECT state FROM revisions WHERE case_id = NEW.case_id AND revision = NEW.revision) = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;
CREATE TRIGGER finished_keeps_its_late_changes BEFORE UPDATE ON late_changes
WHEN (SELECT state FROM revisions WHERE case_id = OLD.case_id AND revision = OLD.revision) = 'finished'
    OR (SELECT state FROM revisions WHERE case_id = NEW.case_id AND revision = NEW.revision) = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;
CREATE TRIGGER finished_loses_no_late_change BEFORE DELETE ON late_changes
WHEN (SELECT state FROM revisions WHERE case_id = OLD.case_id AND revision = OLD.revision) = 'finished'
BEGIN
    SELECT RAISE(ABORT, 'a finished revision does not change');
END;
CREATE TRIGGER cases_are_not_deleted BEFORE DELETE ON cases
BEGIN
    SELECT RAISE(ABORT, 'a case is removed from the list only');
END;
CREATE TRIGGER cases_keep_their_names BEFORE UPDATE OF id, reference ON cases
BEGIN
    SELECT RAISE(ABORT, 'a case keeps its id and reference');
END;
CREATE TRIGGER catalogues_are_not_changed BEFORE UPDATE ON catalogues
BEGIN
    SELECT RAISE(ABORT, 'an archived catalogue does not change');
END;
CREATE TRIGGER catalogues_are_not_deleted BEFORE DELETE ON catalogues
BEGIN
    SELECT RAISE(ABORT, 'an archived catalogue does not change');
END;
CREATE INDEX cases_newest ON cases (changed DESC, id DESC) WHERE removed = 0;
CREATE INDEX cases_newest_by_state ON cases (state, changed DESC, id DESC) WHERE removed = 0;
COMMIT;
PRAGMA application_id = 1129804391;
PRAGMA user_version = 1;
